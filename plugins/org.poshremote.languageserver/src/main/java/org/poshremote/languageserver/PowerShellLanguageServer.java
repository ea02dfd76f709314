package org.poshremote.languageserver;

import com.google.gson.JsonPrimitive;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CodeLensOptions;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.DocumentLinkOptions;
import org.eclipse.lsp4j.ExecuteCommandOptions;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.RenameOptions;
import org.eclipse.lsp4j.SemanticTokensLegend;
import org.eclipse.lsp4j.SemanticTokensWithRegistrationOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.WorkDoneProgressCancelParams;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceFoldersOptions;
import org.eclipse.lsp4j.WorkspaceServerCapabilities;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.MessageIssueException;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.MessageIssue;
import org.eclipse.lsp4j.jsonrpc.messages.NotificationMessage;
import org.eclipse.lsp4j.jsonrpc.messages.RequestMessage;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.jsonrpc.validation.ReflectiveMessageValidator;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageClientAware;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;
import org.poshremote.language.features.Coloring;

/** PowerShell for any editor that speaks LSP. It reads what the editor sends, runs nothing and connects nowhere. */
public final class PowerShellLanguageServer implements LanguageServer, LanguageClientAware {
    /** What the server says itself, and the start, which old clients leave parts out of. */
    private static final Set<String> UNCHECKED = Set.of("", "initialize", "textDocument/publishDiagnostics", "$/progress", "window/logMessage", "window/showMessage");

    private final ScriptService scripts = new ScriptService();
    private volatile boolean shutDown;
    private volatile Runnable whenToldToExit = () -> { };

    /**
     * Serves one client until it says goodbye or its stream ends.
     *
     * @return 0 after a goodbye in the right order, 1 otherwise (LSP 3.18, exit)
     */
    public static int serve(InputStream in, OutputStream out) throws InterruptedException {
        PowerShellLanguageServer server = new PowerShellLanguageServer();
        Launcher<LanguageClient> launcher = new LSPLauncher.Builder<LanguageClient>().setLocalService(server).setRemoteInterface(LanguageClient.class).setInput(in).setOutput(out)
            .configureGson(gson -> gson.registerTypeAdapterFactory(new AnnotatedEdits())).wrapMessages(PowerShellLanguageServer::checked).create();
        server.connect(launcher.getRemoteProxy());
        Future<Void> listening = launcher.startListening();
        server.whenToldToExit = () -> listening.cancel(true);
        try {
            listening.get();
        } catch (ExecutionException e) {
            return 1;
        } catch (CancellationException e) {
            // told to exit
        }
        return server.shutDown ? 0 : 1;
    }

    /** What a client says is looked at before it is believed: what lacks a part that LSP demands is answered with an error, but for the start. */
    private static MessageConsumer checked(MessageConsumer next) {
        ReflectiveMessageValidator checking = new ReflectiveMessageValidator(next);
        return message -> {
            Optional<Object> parameters = switch (message) {
                case RequestMessage request -> Optional.ofNullable(request.getParams());
                case NotificationMessage notification -> Optional.ofNullable(notification.getParams());
                default -> Optional.of(message);
            };
            String method = message instanceof RequestMessage request ? request.getMethod() : message instanceof NotificationMessage notification ? notification.getMethod() : "";
            if (parameters.isEmpty() && method.startsWith("textDocument/")) {
                throw new MessageIssueException(message, List.of(new MessageIssue("The message has no parameters.", ResponseErrorCode.InvalidParams.getValue())));
            }
            (UNCHECKED.contains(method) ? next : checking).consume(message);
        };
    }

    @Override
    public void connect(LanguageClient client) {
        scripts.connect(client);
    }

    @Override
    public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
        ServerCapabilities capabilities = new ServerCapabilities();
        capabilities.setTextDocumentSync(TextDocumentSyncKind.Incremental);
        capabilities.setDocumentSymbolProvider(true);
        capabilities.setFoldingRangeProvider(true);
        capabilities.setDefinitionProvider(true);
        capabilities.setReferencesProvider(true);
        capabilities.setDocumentHighlightProvider(true);
        capabilities.setSelectionRangeProvider(true);
        capabilities.setCodeActionProvider(new CodeActionOptions(List.of(CodeActionKind.QuickFix, CodeActionKind.SourceFixAll, CodeActionKind.RefactorRewrite)));
        capabilities.setExecuteCommandProvider(new ExecuteCommandOptions(List.of(Actions.SAVE_WITH_MARK, RuleList.COMMAND, FunctionCalls.COMMAND, CodeLenses.SHOW_REFERENCES)));
        capabilities.setDocumentFormattingProvider(true);
        capabilities.setDocumentRangeFormattingProvider(true);
        capabilities.setDocumentOnTypeFormattingProvider(Formatting.WHILE_TYPING);
        capabilities.setWorkspaceSymbolProvider(true);
        capabilities.setRenameProvider(new RenameOptions(true));
        capabilities.setCallHierarchyProvider(true);
        capabilities.setDocumentLinkProvider(new DocumentLinkOptions(false));
        capabilities.setCodeLensProvider(new CodeLensOptions(true));
        capabilities.setWorkspace(workspaceCapabilities());
        scripts.workspace(folder(params));
        scripts.folders().initialize(params);
        Typing.announce(capabilities);
        scripts.typing().connect(params.getCapabilities());
        configure(params.getInitializationOptions());
        // announced whatever the client's capabilities say: some use it without saying so
        if (Configuration.semanticTokens(params.getInitializationOptions())) {
            capabilities.setSemanticTokensProvider(new SemanticTokensWithRegistrationOptions(legend(), true));
        }
        return CompletableFuture.completedFuture(new InitializeResult(capabilities, new ServerInfo("PoshRemote")));
    }

    private static WorkspaceServerCapabilities workspaceCapabilities() {
        WorkspaceFoldersOptions folders = new WorkspaceFoldersOptions();
        folders.setSupported(true);
        folders.setChangeNotifications(true);
        return new WorkspaceServerCapabilities(folders);
    }

    @Override
    public void initialized(InitializedParams params) {
        scripts.folders().initialized();
    }

    @Override
    public void cancelProgress(WorkDoneProgressCancelParams params) {
        scripts.folders().cancel(params.getToken());
    }

    private void configure(Object settings) {
        Configuration configuration = Configuration.of(settings);
        if (scripts.lenses().configure(settings)) {
            scripts.refreshLenses();
        }
        scripts.typing().configure(settings, configuration.target());
        scripts.configure(configuration);
    }

    private static Optional<String> folder(InitializeParams params) {
        return Optional.ofNullable(params.getWorkspaceFolders()).flatMap(folders -> folders.stream().findFirst()).map(WorkspaceFolder::getUri);
    }

    /** In the order of {@link Coloring.Kind}. */
    private static SemanticTokensLegend legend() {
        List<String> types = Arrays.stream(Coloring.Kind.values()).map(kind -> switch (kind) {
            case COMMENT -> "comment";
            case STRING -> "string";
            case NUMBER -> "number";
            case VARIABLE -> "variable";
            case PARAMETER -> "parameter";
            case FUNCTION -> "function";
            case TYPE -> "type";
            case PROPERTY -> "property";
            case METHOD -> "method";
            case OPERATOR -> "operator";
            case ENUM_MEMBER -> "enumMember";
        }).toList();
        return new SemanticTokensLegend(types, List.of());
    }

    @Override
    public CompletableFuture<Object> shutdown() {
        shutDown = true;
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void exit() {
        whenToldToExit.run();
    }

    @Override
    public TextDocumentService getTextDocumentService() {
        return scripts;
    }

    @Override
    public WorkspaceService getWorkspaceService() {
        return new WorkspaceService() {
            @Override
            public void didChangeConfiguration(DidChangeConfigurationParams params) {
                configure(params.getSettings());
            }

            @Override
            public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
                scripts.folders().changed(params);
                // the settings file may be among them
                scripts.settingsChanged();
            }

            @Override
            public void didChangeWorkspaceFolders(DidChangeWorkspaceFoldersParams params) {
                scripts.folders().changed(params);
            }

            @Override
            public CompletableFuture<Either<List<? extends SymbolInformation>, List<? extends WorkspaceSymbol>>> symbol(WorkspaceSymbolParams params) {
                return scripts.lookups().symbols(Optional.ofNullable(params.getQuery()).orElse(""));
            }

            @Override
            public CompletableFuture<Object> executeCommand(ExecuteCommandParams params) {
                if (RuleList.COMMAND.equals(params.getCommand())) {
                    return CompletableFuture.completedFuture(RuleList.all());
                }
                List<Object> arguments = Optional.ofNullable(params.getArguments()).orElse(List.of());
                if (FunctionCalls.COMMAND.equals(params.getCommand())) {
                    return CompletableFuture.supplyAsync(() -> FunctionCalls.of(arguments).orElse(null));
                }
                if (CodeLenses.SHOW_REFERENCES.equals(params.getCommand())) {
                    return scripts.lenses().references(arguments);
                }
                if (!Actions.SAVE_WITH_MARK.equals(params.getCommand()) || arguments.isEmpty()) {
                    return CompletableFuture.failedFuture(new ResponseErrorException(new ResponseError(ResponseErrorCode.InvalidParams, "There is no such command here.", null)));
                }
                String uri = arguments.get(0) instanceof JsonPrimitive text ? text.getAsString() : String.valueOf(arguments.get(0));
                return CompletableFuture.supplyAsync(() -> scripts.saveWithMark(uri));
            }
        };
    }
}
