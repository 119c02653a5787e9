goftogu("d4",{"href":"../topics/garden.html","title":"Garden","about":"","parts":[]})
