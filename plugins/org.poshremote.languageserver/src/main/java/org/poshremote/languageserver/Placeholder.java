package org.poshremote.languageserver; class Placeholder {}
