goftogu("d3",{"href":"../topics/water.html","title":"Water","about":"","parts":[["",0,"","Wells, springs and rivers."]]})
