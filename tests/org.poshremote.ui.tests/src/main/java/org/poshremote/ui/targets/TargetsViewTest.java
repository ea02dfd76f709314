package org.poshremote.ui.targets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.views.properties.PropertySheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.poshremote.core.target.StoredTarget;
import org.poshremote.core.target.Target;
import org.poshremote.core.target.TargetFileException;
import org.poshremote.core.target.TargetStore;
import org.poshremote.ui.launch.LaunchFixture;
import org.poshremote.ui.testing.ErrorLog;
import org.poshremote.ui.testing.TestNode;
import org.poshremote.ui.testing.TestTargets;
import org.poshremote.ui.testing.Workbench;

class TargetsViewTest {
    private TargetsView view;

    @BeforeEach
    void open() throws PartInitException {
        ErrorLog.clear();
        TestTargets.clear();
        view = (TargetsView) Workbench.page().showView(TargetsView.ID);
        Workbench.settle();
    }

    @AfterEach
    void clear() {
        TestTargets.clear();
        ErrorLog.assertClean();
    }

    @Test
    void showsLinksWhileThereAreNoTargets() throws TargetFileException {
        assertTrue(view.showsEmptyPage());
        TestTargets.add(Target.at("web01.example").build());
        Workbench.until("the tree shows", () -> !view.showsEmptyPage());
    }

    @Test
    void showsGroupsFirstAndTargetsByName() throws TargetFileException {
        TestTargets.add(Target.at("b.example").build());
        TestTargets.add(Target.at("A.example").build());
        TestTargets.add(Target.at("web01.example").group("lab/web").build());
        Workbench.until("three roots", () -> view.viewer().getTree().getItemCount() == 3);
        assertEquals(List.of("lab", "A.example", "b.example"), roots().stream().map(item -> item.getText().split(" ")[0]).toList());
        view.reveal("WEB01.example");
        TargetTree.Leaf leaf = (TargetTree.Leaf) view.viewer().getStructuredSelection().getFirstElement();
        assertEquals("lab/web", leaf.stored().definition().group());
    }

    @Test
    void saysStateInWordsAndIcon() throws TargetFileException {
        Target target = Target.at("web01.example").build();
        TestTargets.add(target);
        Workbench.until("one root", () -> view.viewer().getTree().getItemCount() == 1);
        var before = roots().getFirst().getImage();
        Targets.get().contacted(target, new Contact.Failed(java.time.Instant.now(), "Name: there is no such host"));
        Workbench.until("the failure shows", () -> roots().getFirst().getText().contains("there is no such host"));
        Workbench.until("the icon changes with the state", () -> !before.equals(roots().getFirst().getImage()));
    }

    @Test
    void showsATargetInThePropertiesView() throws TargetFileException, PartInitException {
        TestTargets.add(Target.at("web01.example").user("deploy").protectedTarget(true).build());
        Workbench.until("one root", () -> view.viewer().getTree().getItemCount() == 1);
        IWorkbenchPage page = view.getSite().getPage();
        PropertySheet properties = (PropertySheet) page.showView(IPageLayout.ID_PROP_SHEET);
        page.activate(view);
        view.reveal("web01.example");
        Workbench.until("its address shows", () -> rows((Tree) properties.getCurrentPage().getControl()).contains("Address=http://web01.example:5985/wsman"));
        assertTrue(rows((Tree) properties.getCurrentPage().getControl()).containsAll(List.of("Account=deploy", "Protected=Yes", "Code page=Automatic")));
        page.hideView(properties);
    }

    private static List<String> rows(Tree tree) {
        return Arrays.stream(tree.getItems()).flatMap(category -> Arrays.stream(category.getItems())).map(row -> row.getText(0) + "=" + row.getText(1)).toList();
    }

    @Test
    void changesTargetFilesInTheBackground() throws TargetFileException {
        TestTargets.add(Target.at("web01.example").build());
        StoredTarget target = Targets.get().find("web01.example").orElseThrow();
        List<String> told = new ArrayList<>();
        TargetWork.schedule("delete", () -> {
            Targets.get().remove(target);
            return Display.getCurrent() == null ? "in the background" : "in the UI thread";
        }, told::add);
        Workbench.until("it is done", () -> !told.isEmpty());
        assertEquals(List.of("in the background"), told);
        Workbench.until("it is gone", () -> view.showsEmptyPage());
    }

    @Test
    void readsAFileThatWasChangedByHandAndShowsItsMistakes() throws TargetFileException, IOException {
        TestTargets.add(Target.at("web01.example").build());
        Path file = Targets.get().userOrigin().file();
        Files.writeString(file, "{ \"version\": 1,\n  \"targets\": [ { \"name\": 5 ] }");
        Workbench.until("the mistake shows", () -> roots().stream().anyMatch(item -> item.getText().contains("targets.json:2")));
        Files.writeString(file, "{ \"version\": 1, \"targets\": [ { \"name\": \"again\", \"host\": \"again.example\" } ] }");
        Workbench.until("the target shows", () -> roots().stream().anyMatch(item -> item.getText().startsWith("again")));
    }

    @Test
    void tellsProjectTargetsApart() {
        Workbench.file("team", TargetStore.PROJECT_FILE, "{ \"version\": 1, \"targets\": [ { \"name\": \"shared\", \"host\": \"shared.example\" } ] }");
        try {
            Workbench.until("the project's target shows", () -> roots().stream().anyMatch(item -> item.getText().contains("[team]")));
        } finally {
            TestTargets.deleteProject("team");
        }
        Workbench.until("it goes with the project", () -> view.showsEmptyPage());
    }

    @Test
    void enablesActionsBySelection() throws TargetFileException {
        TestTargets.add(Target.at("web01.example").group("lab").build());
        TestTargets.add(Target.at("web02.example").group("lab").build());
        Workbench.until("one root", () -> view.viewer().getTree().getItemCount() == 1);
        view.viewer().setSelection(new StructuredSelection(new TargetTree.Group("lab")));
        assertEquals(2, TargetActions.targets(view.viewer().getStructuredSelection()).size());
    }

    @Test
    void runsADroppedScriptOnTheTarget() throws TargetFileException, CoreException {
        try (TestNode node = new TestNode()) {
            TestTargets.add(node.target("node"));
            LaunchFixture.answerPassword(node.password());
            IFile script = Workbench.file("dropped", "script.ps1", "say dropped\n");
            IFile other = Workbench.file("dropped", "readme.txt", "");
            assertEquals(List.of(), TargetDrop.scripts(new StructuredSelection(other)));
            TargetTree.Leaf leaf = new TargetTree.Leaf(Targets.get().find("node").orElseThrow());
            assertTrue(TargetDrop.run(new IResource[] {script, other}, leaf));
            Workbench.until("the script has run", () -> Targets.get().contact(node.target("node")) instanceof Contact.Reached);
            LaunchFixture.clear();
            TestTargets.deleteProject("dropped");
        }
    }

    private List<TreeItem> roots() {
        Workbench.settle();
        return Arrays.asList(view.viewer().getTree().getItems());
    }
}
