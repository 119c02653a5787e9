goftogu("d5",{"href":"../people/rad.html","title":"مینا راد","about":"","parts":[["",0,"","راد؛ باغبان"]]})
