goftogu("d8",{"href":"../series/water.html","title":"Waters","about":"","parts":[["",0,"","Interviews about a well and a river."]]})
