goftogu("d3",{"href":"../topics/water.html","title":"آب","about":"","parts":[["",0,"","چاه، چشمه و رود."]]})
