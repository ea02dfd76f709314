/**
 * NTLM (MS-NLMP): version 2 with extended session security, 128-bit keys and key exchange, and nothing weaker. The messages
 * are read and written for both ends; the initiator and the sessions' sealing know nothing of HTTP, {@link Ntlm} does.
 */
package org.poshremote.wsman.auth.ntlm;
