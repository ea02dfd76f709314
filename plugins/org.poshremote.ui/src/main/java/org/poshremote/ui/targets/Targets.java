package org.poshremote.ui.targets;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.ListenerList;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.PlatformUI;
import org.poshremote.core.settings.ConfigFolder;
import org.poshremote.core.target.StoredTarget;
import org.poshremote.core.target.Target;
import org.poshremote.core.target.TargetFileException;
import org.poshremote.core.target.TargetListing;
import org.poshremote.core.target.TargetOrigin;
import org.poshremote.core.target.TargetStore;
import org.poshremote.core.target.TargetWatch;
import org.poshremote.ui.common.PoshRemotePlugin;

/**
 * The targets as the workbench shows them: this person's and those of the open projects, and what is known of each.
 *
 * <p>What is shown is the last reading; files are read again in the background when they or the projects change. Thread-safe;
 * listeners are told on any thread.
 */
public final class Targets {
    /** A family for tests that wait for the reading. */
    public static final Object READING = new Object();

    private static Targets shared;

    private final Path configFolder;
    private final ListenerList<Runnable> listeners = new ListenerList<>();
    private final Map<String, Contact> contacts = new HashMap<>();
    private volatile TargetListing listing = new TargetListing(List.of(), List.of());
    private final Job reading = new Reading();

    private final class Reading extends Job {
        Reading() {
            super(Messages.Targets_reading);
            setSystem(true);
        }

        @Override
        protected IStatus run(IProgressMonitor monitor) {
            try {
                if (PlatformUI.isWorkbenchRunning()) {
                    read();
                }
                return Status.OK_STATUS;
            } catch (IllegalStateException e) {
                if (PlatformUI.isWorkbenchRunning()) {
                    throw e;
                }
                return Status.CANCEL_STATUS; // the workspace was closed meanwhile: nobody looks at targets any more
            }
        }

        @Override
        public boolean belongsTo(Object family) {
            return family == READING;
        }
    }

    private Targets(Path configFolder) {
        this.configFolder = configFolder;
    }

    public static synchronized Targets get() {
        if (shared == null) {
            shared = new Targets(ConfigFolder.ofThisUser());
            shared.read();
            ResourcesPlugin.getWorkspace().addResourceChangeListener(shared::resourcesChanged, IResourceChangeEvent.POST_CHANGE);
            TargetWatch.start(shared.configFolder, shared::readAgain, e -> PoshRemotePlugin.log(Messages.Targets_cannotWatch, e));
        }
        return shared;
    }

    /** The last reading. */
    public List<StoredTarget> stored() {
        return listing.targets();
    }

    /** The last reading, with what was wrong in the files. */
    public TargetListing listing() {
        return listing;
    }

    /** By name in the last reading; this person's own before a project's. */
    public Optional<StoredTarget> find(String name) {
        return listing.targets().stream().filter(stored -> stored.definition().name().equalsIgnoreCase(name)).findFirst();
    }

    public TargetOrigin userOrigin() {
        return store().userOrigin();
    }

    public void add(TargetOrigin origin, Target target) throws TargetFileException {
        store().save(origin, target);
        read();
    }

    public void replace(StoredTarget old, Target changed) throws TargetFileException {
        store().rename(old.origin(), old.definition().name(), changed);
        read();
    }

    public void remove(StoredTarget target) throws TargetFileException {
        store().remove(target.origin(), target.definition().name());
        read();
    }

    public void confirm(StoredTarget target) throws TargetFileException {
        store().confirm(target);
        read();
    }

    public void exportTo(Path file, List<Target> targets) throws TargetFileException {
        store().exportTo(file, targets);
    }

    /** @return those left out because their name is taken */
    public List<Target> importFrom(Path file) throws TargetFileException {
        List<Target> leftOut = store().importFrom(file, userOrigin());
        read();
        return leftOut;
    }

    public synchronized Contact contact(Target target) {
        return contacts.getOrDefault(key(target), new Contact.Never());
    }

    public void contacted(Target target, Contact contact) {
        synchronized (this) {
            contacts.put(key(target), contact);
        }
        tell();
    }

    /** An address and an account make the node; a renamed target keeps what is known of it. */
    private static String key(Target target) {
        return (target.address() + " " + target.user()).toLowerCase(Locale.ROOT);
    }

    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    /** Reads the files again in the background. */
    public void readAgain() {
        reading.schedule(50); // several changes come together when a file is replaced
    }

    private void read() {
        TargetListing read = store().load();
        if (!read.equals(listing)) {
            listing = read;
            tell();
        }
    }

    private void tell() {
        for (Runnable listener : listeners) {
            listener.run();
        }
    }

    private TargetStore store() {
        return new TargetStore(configFolder, projects());
    }

    private static List<Path> projects() {
        return Arrays.stream(ResourcesPlugin.getWorkspace().getRoot().getProjects()).filter(IProject::isAccessible)
                .map(IResource::getLocation).filter(Objects::nonNull).map(IPath::toPath).toList();
    }

    /** The project that a project target belongs to, by its file. */
    static Optional<IProject> projectOf(TargetOrigin origin) {
        Path folder = origin.file().getParent().getParent();
        return Arrays.stream(ResourcesPlugin.getWorkspace().getRoot().getProjects()).filter(IProject::isAccessible)
                .filter(project -> project.getLocation() != null && project.getLocation().toPath().equals(folder)).findFirst();
    }

    private void resourcesChanged(IResourceChangeEvent event) {
        try {
            event.getDelta().accept(delta -> {
                IResource resource = delta.getResource();
                boolean opened = resource instanceof IProject
                        && (delta.getKind() != IResourceDelta.CHANGED || (delta.getFlags() & IResourceDelta.OPEN) != 0);
                boolean file = resource.getProjectRelativePath().toPortableString().equals(TargetStore.PROJECT_FILE);
                if (opened || file) {
                    readAgain();
                    return false;
                }
                return resource.getProjectRelativePath().segmentCount() < 2;
            });
        } catch (CoreException e) {
            PoshRemotePlugin.log(Messages.Targets_reading, e);
        }
    }
}
