package org.poshremote.demo.personality;

import org.poshremote.demo.auth.ChannelBindingCheck;

/**
 * Which ways of signing in a WinRM service offers (winrm/config/service/auth).
 *
 * @param basic     over HTTPS, and over plain HTTP where that allows unencrypted traffic
 * @param negotiate NTLM
 * @param credssp   as Enable-WSManCredSSP -Role Server switches it on; off by default, as on Windows
 */
public record SignInOffers(boolean basic, boolean negotiate, ChannelBindingCheck channelBinding, boolean credssp) {
    /** Without CredSSP. */
    public SignInOffers(boolean basic, boolean negotiate, ChannelBindingCheck channelBinding) {
        this(basic, negotiate, channelBinding, false);
    }

    public SignInOffers withCredSsp(boolean offered) {
        return new SignInOffers(basic, negotiate, channelBinding, offered);
    }
}
