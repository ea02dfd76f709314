package org.poshremote.core; class Placeholder {}
