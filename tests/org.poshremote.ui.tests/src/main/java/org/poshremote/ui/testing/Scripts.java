package org.poshremote.ui.testing;

/** Scripts for the tests. */
public final class Scripts {
    public static final String HELLO = """
            <#
            .SYNOPSIS
                Prepares a web server, step by step.
            #>
            Write-Output 'Preparing the web server'
            Write-Output 'Step 1 of 3: folders'
            Write-Output 'Step 2 of 3: site'
            Write-Output 'Step 3 of 3: certificate'
            Write-Warning 'The certificate ends in 12 days.'
            """;

    private Scripts() {
    }
}
