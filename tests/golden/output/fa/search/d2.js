goftogu("d2",{"href":"../topics/river.html","title":"رودخانه","about":"","parts":[["",0,"","رود"]]})
