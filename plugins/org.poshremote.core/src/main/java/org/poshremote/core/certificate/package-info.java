/** The certificates that nodes show: what is in them, what stands against trusting them, and why a connection does not. */
package org.poshremote.core.certificate;
