package org.poshremote.wsman.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.poshremote.wsman.auth.Account.Form;

class AccountTest {
    @ParameterizedTest
    @CsvSource({ "admin,PLAIN,'',admin,admin", ".\\admin,NODE,'',admin,.\\admin", "WEB01\\admin,DOMAIN,WEB01,admin,WEB01\\admin",
        "a@b.test,PRINCIPAL,b.test,a,a@b.test", "AzureAD\\a@b.test,DOMAIN,AzureAD,a@b.test,AzureAD\\a@b.test",
        "' \\admin ',PLAIN,'',admin,admin", "a@x@b.test,PRINCIPAL,b.test,a@x,a@x@b.test" })
    void forms(String typed, Form form, String domain, String name, String shown) {
        Account account = Account.parse(typed);
        assertEquals(new Account(form, domain, name), account);
        assertEquals(shown, account.toString());
        assertTrue(account.meaning().length() > 10);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "DOMAIN\\", ".\\", "@realm", "user@", "a\\b\\c", "a\u0000b" })
    void whatIsNoAccount(String typed) {
        assertThrows(IllegalArgumentException.class, () -> Account.parse(typed));
    }

    @Test
    void lengthIsBounded() {
        assertThrows(IllegalArgumentException.class, () -> Account.parse("a".repeat(300)));
    }
}
