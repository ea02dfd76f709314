package org.poshremote.ui.ide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.Platform;
import org.eclipse.help.HelpSystem;
import org.eclipse.help.IContext;
import org.eclipse.help.IHelpResource;
import org.eclipse.help.IToc;
import org.eclipse.help.ITopic;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.cheatsheets.OpenCheatSheetAction;
import org.junit.jupiter.api.Test;
import org.poshremote.ui.common.Help;
import org.poshremote.ui.common.Icons;
import org.poshremote.ui.common.PoshRemotePlugin;
import org.poshremote.ui.common.UserGuideFixture;
import org.poshremote.ui.testing.ErrorLog;
import org.poshremote.ui.testing.Workbench;

/** Help, cheat sheet and pictures are where the workbench looks for them. */
class HelpTest {
    @Test
    void everyContextSaysSomethingAndItsTopicsExist() throws IllegalAccessException {
        int seen = 0;
        for (Field field : Help.class.getDeclaredFields()) {
            if (field.getType() == String.class && Modifier.isPublic(field.getModifiers())) {
                IContext context = HelpSystem.getContext((String) field.get(null));
                assertNotNull(context, field.getName());
                assertFalse(context.getText().isBlank());
                for (IHelpResource topic : context.getRelatedTopics()) {
                    assertPageExists(topic.getHref());
                }
                seen++;
            }
        }
        assertTrue(seen >= 7, "contexts looked at: " + seen);
    }

    @Test
    void theUserGuideIsInTheHelpSystem() throws IOException {
        IToc guide = Arrays.stream(HelpSystem.getTocs()).filter(toc -> toc.getLabel().equals("PoshRemote User Guide")).findFirst().orElseThrow();
        List<String> pages = new ArrayList<>(List.of(guide.getTopic(null).getHref()));
        Arrays.stream(guide.getTopics()).map(ITopic::getHref).forEach(pages::add);
        assertEquals(7, pages.size());
        for (String page : pages) {
            assertPageExists(page);
            Matcher links = Pattern.compile("href=\"([^\":#]+\\.html)\"").matcher(content(page));
            while (links.find()) {
                assertPageExists("/" + PoshRemotePlugin.ID + "/help/" + links.group(1));
            }
        }
    }

    @Test
    void theUserGuideOpensAsFilesWithItsOtherPagesBeside() throws IOException, URISyntaxException {
        Path index = Path.of(UserGuideFixture.url("index.html").toURI());
        assertTrue(Files.exists(index) && Files.exists(index.resolveSibling("targets.html")), index::toString);
    }

    private static void assertPageExists(String href) {
        assertNotNull(url(href), href);
    }

    private static URL url(String href) {
        String prefix = "/" + PoshRemotePlugin.ID + "/";
        assertTrue(href.startsWith(prefix), href);
        return FileLocator.find(Platform.getBundle(PoshRemotePlugin.ID), IPath.fromPortableString(href.substring(prefix.length())), null);
    }

    private static String content(String href) throws IOException {
        try (InputStream in = url(href).openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void theCheatSheetsOpen() {
        for (String sheet : List.of("firstRun", "firstNode", "prepareNode")) {
            opens("org.poshremote.ui." + sheet);
        }
    }

    private static void opens(String sheet) {
        ErrorLog.clear();
        Workbench.page();
        new OpenCheatSheetAction(sheet).run();
        Workbench.settle();
        IViewPart view = Workbench.window().getActivePage().findView("org.eclipse.ui.cheatsheets.views.CheatSheetView");
        assertNotNull(view);
        assertEquals("Cheat Sheets", view.getTitle());
        Workbench.window().getActivePage().hideView(view);
        ErrorLog.assertClean();
    }

    @Test
    void everyIconIsThere() {
        for (Icons icon : Icons.values()) {
            assertFalse(icon.image().isDisposed(), icon.name());
            int least = icon.name().startsWith("STATE_") ? 7 : 16; // overlays are half as wide
            assertTrue(icon.image().getBounds().width >= least, icon.name());
        }
    }
}
