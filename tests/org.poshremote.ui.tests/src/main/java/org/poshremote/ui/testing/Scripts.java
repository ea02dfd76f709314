package org.poshremote.ui.testing;

/** Scripts for the tests. */
public final class Scripts {
    public static final String HELLO = """
            # Says hello from the node that runs it.
            param([string] $Name = 'world')

            Write-Output "Hello, $Name, from $env:COMPUTERNAME"
            foreach ($number in 1..3) {
                Write-Output "Step $number of 3"
            }
            Write-Warning 'This line came over the warning stream.'
            <# what the node of these tests does:
            say Hello, world, from NODE
            say Step 1 of 3
            say Step 2 of 3
            say Step 3 of 3
            warn This line came over the warning stream.
            #>
            """;

    private Scripts() {
    }
}
