package org.poshremote.cli; class Placeholder {}
