/**
 * CredSSP (MS-CSSP) as WinRM has it: TLS in HTTP headers, inside of it NTLM or Kerberos, the TLS key bound to that, and then
 * the password itself for the node to use on further machines. The codecs serve either end.
 */
package org.poshremote.wsman.auth.credssp;
