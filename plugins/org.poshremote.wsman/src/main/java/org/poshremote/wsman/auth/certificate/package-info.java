/** Signing in by a client certificate (MS-WSMV 2.2.1, the profile "https/mutual" of DSP0226 C.3.7). */
package org.poshremote.wsman.auth.certificate;
