package org.poshremote.language; class Placeholder {}
