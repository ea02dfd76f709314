/**
 * The demo node: a WS-Management server in this process that a client takes for a Windows node, to try and to test with.
 * It listens on 127.0.0.1 only, makes its password and its certificate at start, and never starts a local process:
 * whatever a script says, running it here is harmless.
 */
package org.poshremote.demo;
