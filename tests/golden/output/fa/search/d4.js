goftogu("d4",{"href":"../topics/garden.html","title":"باغ","about":"","parts":[]})
