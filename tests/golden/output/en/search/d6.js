goftogu("d6",{"href":"../people/index.html#daily","title":"The Village Daily","about":"","parts":[]})
