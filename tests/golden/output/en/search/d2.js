goftogu("d2",{"href":"../topics/river.html","title":"River","about":"","parts":[["",0,"","Stream"]]})
