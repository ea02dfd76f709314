/** What the node's server hosts for a command: programs of ours. The demo node never starts a local process. */
package org.poshremote.demo.process;
