package org.poshremote.demo; class Placeholder {}
