goftogu("d7",{"href":"../places/village.html","title":"ده کهنه","about":"","parts":[]})
