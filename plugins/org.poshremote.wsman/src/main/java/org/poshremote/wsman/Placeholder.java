package org.poshremote.wsman; class Placeholder {}
