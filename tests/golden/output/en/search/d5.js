goftogu("d5",{"href":"../people/index.html#rad","title":"Mina Rad","about":"","parts":[["",0,"","Rad; Gardener"]]})
