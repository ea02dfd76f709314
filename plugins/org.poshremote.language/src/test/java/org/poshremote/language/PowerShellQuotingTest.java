package org.poshremote.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.poshremote.language.syntax.CommandElement;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Parser;
import org.poshremote.language.syntax.PipelineElement;
import org.poshremote.language.syntax.Script;
import org.poshremote.language.syntax.Statement;

class PowerShellQuotingTest {
    @Test
    void everySingleQuoteIsDoubled() {
        assertEquals("'it''s'", PowerShellQuoting.literal("it's"));
        assertEquals("'\u2018\u2018\u2019\u2019\u201A\u201A\u201B\u201B'", PowerShellQuoting.literal("\u2018\u2019\u201A\u201B"));
        assertEquals("''", PowerShellQuoting.literal(""));
        assertEquals("'$a `n \"q\" \u201C'", PowerShellQuoting.literal("$a `n \"q\" \u201C"));
    }

    @Test
    void arraysStayArrays() {
        assertEquals("@()", PowerShellQuoting.array(List.of()));
        assertEquals("@('a')", PowerShellQuoting.array(List.of("a")));
        assertEquals("@('a', 'b''c')", PowerShellQuoting.array(List.of("a", "b'c")));
    }

    @Test
    void wildcardsAndVariableNamesAreEscaped() {
        assertEquals("'a`*`[1`]`?``'", PowerShellQuoting.wildcardLiteral("a*[1]?`"));
        assertEquals("${a b}", PowerShellQuoting.variable("a b"));
        assertEquals("${a`}`{``b}", PowerShellQuoting.variable("a}{`b"));
    }

    @Test
    void argumentsAreReadAsByFile() {
        assertEquals("-Name 'v' 'positional' -Switch:$false -Path:'C:\\a b' -Loud", PowerShellQuoting.arguments(
                List.of("-Name", "v", "positional", "-Switch:$false", "-Path:C:\\a b", "-Loud")));
    }

    @Test
    void noArgumentIsAnExpression() {
        assertEquals("'$env:X' '$(1)' '; exit 3' '-5' '-' '--' '@{a=1}' '' '-a b' -x:'$(2)' '-f(1)'",
                PowerShellQuoting.arguments(
                        List.of("$env:X", "$(1)", "; exit 3", "-5", "-", "--", "@{a=1}", "", "-a b", "-x:$(2)", "-f(1)")));
    }

    @Test
    void otherDashesBeginParametersToo() {
        assertEquals("-Name -Other", PowerShellQuoting.arguments(List.of("\u2013Name", "\u2014Other")));
    }

    /** Whatever the value, a reader that knows only the specification's rule gets it back and nothing more. */
    @Test
    void anyTextComesBack() {
        Random random = new Random(20161);
        String awkward = "'\u2018\u2019\u201A\u201B\"\u201C\u201D\u201E`$(){}[];|&@#<>\r\n\t\0 -\u2013\u2014aZ\u00e9\u65e5\ud83d\udca9";
        for (int round = 0; round < 20_000; round++) {
            List<String> values = new ArrayList<>();
            for (int n = random.nextInt(4); n >= 0; n--) {
                StringBuilder value = new StringBuilder();
                for (int i = random.nextInt(12); i > 0; i--) {
                    value.append(random.nextInt(8) == 0 ? (char) random.nextInt(0x10000)
                            : awkward.charAt(random.nextInt(awkward.length())));
                }
                values.add(value.toString());
            }
            StringBuilder text = new StringBuilder();
            values.forEach(value -> text.append(PowerShellQuoting.literal(value)).append(' '));
            assertEquals(values, readLiterals(text.toString()));
        }
    }

    /** Whatever the arguments, the parser sees one command with these arguments, and nothing that runs. */
    @Test
    void argumentsAreOneCommandToTheParser() {
        Random random = new Random(20162);
        String awkward = "'\u2018\u2019\u201A\u201B\"\u201C\u201D\u201E`$(){}[];|&@#<>\r\n\t -\u2013\u2014:aZ\u00e9\u65e5.,=5_";
        for (int round = 0; round < 20_000; round++) {
            List<String> arguments = new ArrayList<>();
            for (int n = random.nextInt(5); n > 0; n--) {
                StringBuilder value = new StringBuilder(random.nextInt(3) == 0 ? "-" : "");
                for (int i = random.nextInt(8); i > 0; i--) {
                    value.append(awkward.charAt(random.nextInt(awkward.length())));
                }
                arguments.add(value.toString());
            }
            String text = "& 'x' " + PowerShellQuoting.arguments(arguments);
            Script script = Parser.parse(text);
            if (arguments.isEmpty() || !arguments.get(arguments.size() - 1).endsWith(":")) {
                assertEquals(List.of(), script.errors(), text);
            }
            assertEquals(1, script.root().blocks().get(0).statements().size(), text);
            Statement.Pipeline pipeline = (Statement.Pipeline) script.root().blocks().get(0).statements().get(0);
            assertEquals(1, pipeline.elements().size(), text);
            PipelineElement.Command command = (PipelineElement.Command) pipeline.elements().get(0);
            for (CommandElement element : command.elements()) {
                boolean value = element instanceof Expression.StringConstant;
                boolean parameter = element instanceof CommandElement.CommandParameter found
                        && found.argument().map(argument -> argument instanceof Expression.StringConstant
                                || argument instanceof Expression.Variable bool && bool.path().matches("(?i)true|false")).orElse(true);
                assertTrue(value || parameter, text);
            }
        }
    }

    /** Language specification 2.3.5.2: verbatim-string-characters are anything but a single quote, or two of them. */
    private static List<String> readLiterals(String text) {
        List<String> values = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            assertEquals('\'', text.charAt(at), "a literal begins here");
            StringBuilder value = new StringBuilder();
            at++;
            while (true) {
                assertTrue(at < text.length(), "unterminated");
                char c = text.charAt(at++);
                if ("'\u2018\u2019\u201A\u201B".indexOf(c) < 0) {
                    value.append(c);
                } else if (at < text.length() && "'\u2018\u2019\u201A\u201B".indexOf(text.charAt(at)) >= 0) {
                    value.append(text.charAt(at++));
                } else {
                    break;
                }
            }
            values.add(value.toString());
            assertEquals(' ', text.charAt(at++), "the literal ends here");
        }
        return values;
    }
}
