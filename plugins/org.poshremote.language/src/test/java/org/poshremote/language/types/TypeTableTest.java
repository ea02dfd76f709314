package org.poshremote.language.types;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TypeTableTest {
    @Test
    void namesAreFoundInAllTheirForms() {
        for (String name : new String[] {"datetime", "System.DateTime", "DateTime", "DATETIME"}) {
            assertEquals("System.DateTime", TypeTable.find(name).orElseThrow().name());
        }
        assertEquals("System.Collections.Generic.List", TypeTable.find("System.Collections.Generic.List[string]").orElseThrow().name());
        assertEquals("System.Array", TypeTable.find("string[]").orElseThrow().name());
        assertEquals("System.IO.FileInfo", TypeTable.find("IO.FileInfo").orElseThrow().name());
        assertTrue(TypeTable.find("Nothing.Known").isEmpty());
    }

    /** A base or an output that is not in the table would silently have no members. */
    @Test
    void whatTheTableMentionsIsInIt() {
        for (KnownType type : TypeTable.all()) {
            type.base().ifPresent(base -> assertTrue(TypeTable.find(base).isPresent(), () -> type.name() + " : " + base));
            assertTrue(!type.own().isEmpty() || type.base().isPresent() || type.name().endsWith("Exception"), type::name);
        }
        for (String command : new String[] {"Get-ChildItem", "Get-Process", "Get-Service", "Get-Date", "Get-NetAdapter", "Get-WindowsFeature"}) {
            TypeTable.outputs(command).forEach(output -> assertTrue(TypeTable.find(output).isPresent(), () -> command + " " + output));
        }
    }

    @Test
    void inheritedMembersComeBehindOwnOnes() {
        var members = TypeTable.find("FileInfo").orElseThrow().members().stream().map(KnownMember::name).toList();
        assertTrue(members.indexOf("Length") < members.indexOf("FullName") && members.indexOf("FullName") < members.indexOf("GetType"), members::toString);
    }
}
