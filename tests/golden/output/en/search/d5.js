goftogu("d5",{"href":"../people/rad.html","title":"Mina Rad","about":"","parts":[["",0,"","Rad; Gardener"]]})
