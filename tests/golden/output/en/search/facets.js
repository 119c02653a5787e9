goftogu("facets",{"years":[1977,2023],"topics":[["garden","Garden",[0]],["river","River",[0,1]],["water","Water",[0,1]]],"people":[["rad","Mina Rad",[0]],["daily","The Village Daily",[0]]]})
