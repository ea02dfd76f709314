package org.poshremote.language.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FormatterTest {
    private static final String MESSY = """
        function Get-Thing($a,$b)
        {
        IF($a -EQ 1){get-item -path x|select-object Name }
          else
          {
              $h=@{a=1
        long   =2}
              }
        Get-Process|
        Where-Object {$_.Id -gt 1}|
              Sort-Object Id
        }
        """;

    @Test
    void laysOutAsThePresetSays() {
        assertEquals("""
            function Get-Thing($a, $b) {
                if ($a -eq 1) { Get-Item -Path x | Select-Object Name }
                else {
                    $h = @{ a = 1
                        long = 2 }
                }
                Get-Process |
                    Where-Object { $_.Id -gt 1 } |
                    Sort-Object Id
            }
            """, Formatter.format(MESSY, FormatOptions.DEFAULT).text());
    }
}
