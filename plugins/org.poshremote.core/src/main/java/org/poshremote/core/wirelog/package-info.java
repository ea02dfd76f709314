/** What goes over the wire as a file that can be handed on: decrypted SOAP without secrets, and without content unless asked for. */
package org.poshremote.core.wirelog;
