goftogu("facets",{"years":[1356,1402],"topics":[["water","آب",[0,1]],["garden","باغ",[0]],["river","رودخانه",[0,1]]],"people":[["daily","روزنامهٔ ده",[0]],["rad","مینا راد",[0]]]})
