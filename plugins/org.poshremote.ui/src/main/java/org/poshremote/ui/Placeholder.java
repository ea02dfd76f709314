package org.poshremote.ui;
final class Placeholder { }
