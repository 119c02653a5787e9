goftogu("d8",{"href":"../series/water.html","title":"آب‌ها","about":"","parts":[["",0,"","گفت‌وگو دربارهٔ چاه و رود."]]})
