goftogu("d5",{"href":"../people/index.html#rad","title":"مینا راد","about":"","parts":[["",0,"","راد؛ باغبان"]]})
