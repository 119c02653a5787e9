goftogu("d7",{"href":"../places/village.html","title":"Deh-e Kohneh","about":"","parts":[]})
