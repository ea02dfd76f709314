package org.poshremote.demo.personality;

import org.poshremote.demo.auth.ChannelBindingCheck;

/**
 * Which ways of signing in a WinRM service offers (winrm/config/service/auth).
 *
 * @param basic     over HTTPS, and over plain HTTP where that allows unencrypted traffic
 * @param negotiate NTLM
 */
public record SignInOffers(boolean basic, boolean negotiate, ChannelBindingCheck channelBinding) {
}
