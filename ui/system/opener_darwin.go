package system

const opener = "open"
