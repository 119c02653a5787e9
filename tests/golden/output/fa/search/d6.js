goftogu("d6",{"href":"../people/daily.html","title":"روزنامهٔ ده","about":"","parts":[]})
