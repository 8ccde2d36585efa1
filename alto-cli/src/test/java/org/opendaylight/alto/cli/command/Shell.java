/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.cli.command;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.console.Candidate;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Registry;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.Terminal;
import org.apache.karaf.shell.impl.action.command.ManagerImpl;
import org.apache.karaf.shell.impl.console.RegistryImpl;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.ArgumentCommandLine;

/** The shell with our commands, with its parsing and injection. */
final class Shell {
    static final List<Class<? extends Action>> COMMANDS = List.of(AccessCommand.class, AutoMapListCommand.class,
        AutoMapLoadCommand.class, AutoMapRemoveCommand.class, AutoMapShowCommand.class, AutoMapStatusCommand.class,
        CostMapLoadCommand.class,
        HostConflictsCommand.class, HostPinCommand.class, HostProbeCommand.class, HostsCommand.class,
        LinksCommand.class, MapDeleteCommand.class, MapDiffCommand.class, MapExportCommand.class,
        MapListCommand.class, MapShowCommand.class, NetworkMapLoadCommand.class, ResourceListCommand.class,
        StatsCommand.class, StreamsCommand.class, TraceCommand.class, UserAddCommand.class, UserListCommand.class,
        UserRemoveCommand.class);
    private static final List<Class<? extends Completer>> COMPLETERS = List.of(AutoMapCompleter.class,
        FileNameCompleter.class,
        HostCompleter.class, HostIpCompleter.class, HostMacCompleter.class, HostPlaceCompleter.class,
        HostPortCompleter.class, LinkPlaceCompleter.class, MapCompleter.class, MapOrFileCompleter.class,
        OperatorCostMapCompleter.class, OperatorMapCompleter.class, OperatorNetworkMapCompleter.class,
        PidCompleter.class, PinCompleter.class, RoleCompleter.class, StoredAutoMapCompleter.class,
        UserCompleter.class);

    private final Registry registry = new RegistryImpl(null);
    private final ManagerImpl manager = new ManagerImpl(registry, registry);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    // a real session asks for the user's Subject, which JDK 24 and later refuse
    private final Session session = mock(Session.class);

    /** A line whose cursor is at its end. */
    private record Line(String... words) implements CommandLine {
        @Override
        public int getCursorArgumentIndex() {
            return words.length - 1;
        }

        @Override
        public String getCursorArgument() {
            return words[words.length - 1];
        }

        @Override
        public int getArgumentPosition() {
            return getCursorArgument().length();
        }

        @Override
        public String[] getArguments() {
            return words.clone();
        }

        @Override
        public int getBufferPosition() {
            return getBuffer().length();
        }

        @Override
        public String getBuffer() {
            return String.join(" ", words);
        }
    }

    Shell(final Path folder) {
        doReturn(new PrintStream(out, true, StandardCharsets.US_ASCII)).when(session).getConsole();
        doReturn(registry).when(session).getRegistry();
        doAnswer(call -> call.getArgument(0)).when(session).resolveCommand(anyString());
        doReturn(folder).when(session).currentDir();
        registry.register(session);
        COMPLETERS.forEach(manager::register);
        COMMANDS.forEach(manager::register);
    }

    void install(final Object... services) {
        // the shell does this whenever a service comes or goes
        COMPLETERS.forEach(manager::unregister);
        Arrays.asList(services).forEach(registry::register);
        COMPLETERS.forEach(manager::register);
    }

    void attachTerminal(final String type, final int width) {
        final var terminal = mock(Terminal.class);
        doReturn(type).when(terminal).getType();
        doReturn(width).when(terminal).getWidth();
        doReturn(terminal).when(session).getTerminal();
    }

    /** Types lines when a command asks for text that is not shown. */
    void type(final String... lines) throws IOException {
        final var left = new ArrayDeque<>(List.of(lines));
        doAnswer(call -> {
            out.writeBytes(call.<String>getArgument(0).getBytes(StandardCharsets.US_ASCII));
            return left.poll();
        }).when(session).readLine(anyString(), eq('*'));
    }

    /** Returns what a command writes. */
    String run(final String line) throws Exception {
        execute(line);
        return written();
    }

    /** Returns with what message a command fails. */
    String error(final String line) {
        return assertThrows(CommandException.class, () -> execute(line)).getMessage();
    }

    /** Returns what the last command wrote. */
    String written() {
        return out.toString(StandardCharsets.US_ASCII);
    }

    private void execute(final String line) throws Exception {
        out.reset();
        final var words = line.split(" ");
        final var name = words[0].split(":");
        registry.getCommand(name[0], name[1])
            .execute(session, Arrays.<Object>asList((Object[]) words).subList(1, words.length));
    }

    /** Returns what completes the last word of a line. */
    List<String> completeLine(final String line) {
        final var words = line.split(" ", -1);
        final var name = words[0].split(":");
        return complete(registry.getCommand(name[0], name[1]).getCompleter(true), new Line(words));
    }

    /** Returns what completes a word. */
    List<String> complete(final Class<? extends Completer> type, final String word) {
        return complete(registry.getService(type), new ArgumentCommandLine(word, word.length()));
    }

    private List<String> complete(final Completer completer, final CommandLine line) {
        final var candidates = new ArrayList<Candidate>();
        completer.completeCandidates(session, line, candidates);
        return candidates.stream().map(Candidate::value).map(String::strip).sorted().toList();
    }

    /** Joins lines as a console does. */
    static String lines(final String... lines) {
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }
}
