goftogu("d6",{"href":"../people/daily.html","title":"The Village Daily","about":"","parts":[]})
