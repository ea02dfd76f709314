/**
 * The seam between the node's server and the ways to log in to it. Basic is built in; a test brings NTLM, Kerberos,
 * CredSSP or certificate acceptors of its own by {@link org.poshremote.demo.DemoNodeSettings#withAcceptor}.
 */
package org.poshremote.demo.auth;
