goftogu("d6",{"href":"../people/index.html#daily","title":"روزنامهٔ ده","about":"","parts":[]})
