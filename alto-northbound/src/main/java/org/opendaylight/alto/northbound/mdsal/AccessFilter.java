/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.mdsal;

import com.google.common.util.concurrent.ThreadFactoryBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.opendaylight.alto.core.service.ReaderAccess;
import org.opendaylight.alto.northbound.access.AccessSettings;
import org.opendaylight.alto.northbound.access.Authenticator;
import org.opendaylight.alto.northbound.access.AuthorizationHeader;
import org.opendaylight.alto.northbound.access.Identity;
import org.opendaylight.alto.northbound.access.Nonces;
import org.opendaylight.alto.northbound.access.RequestPath;
import org.opendaylight.alto.northbound.access.User;
import org.opendaylight.alto.northbound.access.UserFile;
import org.opendaylight.alto.northbound.catalog.ResourceCatalog;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets those requests pass that may, before any route sees them. The servlet asks whether a request has passed here, so
 * that none gets by while one of the two comes or goes.
 */
@Component(service = { Filter.class, ReaderAccess.class, AccessFilter.class },
    configurationPid = "org.opendaylight.alto.access", property = {
        "osgi.http.whiteboard.filter.name=ALTO access",
        "osgi.http.whiteboard.filter.pattern=" + AltoServlet.PATTERN,
        "osgi.http.whiteboard.filter.asyncSupported:Boolean=true"
    })
@Designate(ocd = AccessFilter.Configuration.class)
public final class AccessFilter implements Filter, ReaderAccess {
    /** The attribute of a request that has passed: the name of the user, or empty text if everybody may read. */
    static final String PASSED = "org.opendaylight.alto.access.user";

    private static final Logger LOG = LoggerFactory.getLogger(AccessFilter.class);
    private static final String FILE = "alto-users";
    /** The uses of so many nonces are remembered; each takes some 150 bytes. */
    private static final int NONCES = 10_000;
    private static final int HEADER_TOO_LARGE = 431;

    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
        new ThreadFactoryBuilder().setNameFormat("alto-access-%d").setDaemon(true).build());
    private final Path path;
    private final UserFile users;
    private final Clock clock;

    private volatile Access access = new Access(Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * What counts.
     *
     * @param settings the last good settings; empty if there were none
     * @param authenticator finds out who sends a request, if there are settings
     * @param problem what is wrong with the settings now
     */
    private record Access(Optional<AccessSettings> settings, Optional<Authenticator> authenticator,
            Optional<String> problem) {
    }

    /** The settings of {@code etc/org.opendaylight.alto.access.cfg}. */
    @ObjectClassDefinition(name = "ALTO access")
    public @interface Configuration {
        /**
         * Returns who may read.
         *
         * @return a word
         */
        @AttributeDefinition(name = "access", options = { @Option("open"), @Option("authenticated") },
            description = "Whether everybody may read, or users only, who prove who they are by Basic or Digest")
        String access() default "open";

        /**
         * Returns which roles may read what.
         *
         * @return a list of rules
         */
        @AttributeDefinition(name = "rules", description = "Rules 'PATTERN: ROLE, ROLE' with semicolons between them; "
            + "the first whose pattern fits the path below /alto decides, and the rest is for every user")
        String rules() default "";

        /**
         * Returns how long a client may use what it got for Digest.
         *
         * @return a number of seconds
         */
        @AttributeDefinition(name = "nonce-lifetime-seconds", min = "10", max = "86400",
            description = "How long a nonce for Digest can be used, in seconds")
        int nonce$_$lifetime$_$seconds() default 300;
    }

    /**
     * Starts to look at requests.
     *
     * @param properties the settings by name
     */
    @Activate
    public AccessFilter(final Map<String, Object> properties) {
        this(Path.of(System.getProperty("karaf.etc", "etc")).resolve(FILE), Clock.systemUTC(), properties);
        executor.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    /** Looks at the file of users only when told to. */
    AccessFilter(final Path path, final Clock clock, final Map<String, Object> properties) {
        this.path = path;
        this.clock = clock;
        users = new UserFile(path);
        modified(properties);
        tellProblems();
    }

    /**
     * Takes other settings up. Wrong ones are refused, and those from before count.
     *
     * @param properties the settings by name
     */
    @Modified
    void modified(final Map<String, Object> properties) {
        final AccessSettings settings;
        try {
            settings = AccessSettings.parse(properties);
        } catch (IllegalArgumentException e) {
            final var before = access;
            final var problem = String.valueOf(e.getMessage());
            access = new Access(before.settings, before.authenticator, Optional.of(problem));
            LOG.error("org.opendaylight.alto.access: {}; {}", problem, before.settings.isPresent()
                ? "the settings from before count" : "nobody can read until that is corrected");
            return;
        }
        access = new Access(Optional.of(settings), Optional.of(new Authenticator(
            name -> Optional.ofNullable(users.users().get(name)), new Nonces(clock, settings.nonceLifetime(), NONCES))),
            Optional.empty());
        if (settings.authenticated()) {
            LOG.info("Users only may read ALTO: {} of them, {} rules", users.users().size(),
                settings.rules().rules().size());
        } else {
            LOG.info("Everybody may read ALTO");
        }
    }

    /** Looks at the file of users. */
    void look() {
        if (users.poll()) {
            LOG.info("Read {}: {} users", path, users.users().size());
            tellProblems();
        }
    }

    private void tellProblems() {
        users.problems().forEach(problem -> LOG.warn("{}; the users from before count", problem));
    }

    /**
     * Tells whether a request has passed.
     *
     * @param request the request
     * @return false if this filter did not see it
     */
    static boolean hasPassed(final ServletRequest request) {
        return request.getAttribute(PASSED) != null;
    }

    @Override
    public void init(final FilterConfig config) {
        // nothing to prepare
    }

    @Override
    public void doFilter(final ServletRequest request, final ServletResponse response, final FilterChain chain)
            throws IOException, ServletException {
        final var now = access;
        if (now.settings.isEmpty() || now.authenticator.isEmpty()) {
            ProblemAnswer.write((HttpServletResponse) response, HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                "Service Unavailable", "The settings for access are wrong");
            return;
        }
        final var settings = now.settings.orElseThrow();
        final var user = settings.authenticated() ? admit(settings, now.authenticator.orElseThrow(),
            (HttpServletRequest) request, (HttpServletResponse) response) : Optional.of("");
        if (user.isPresent()) {
            request.setAttribute(PASSED, user.orElseThrow());
            chain.doFilter(request, response);
        }
    }

    /** Returns who may read, or answers. */
    private static Optional<String> admit(final AccessSettings settings, final Authenticator authenticator,
            final HttpServletRequest request, final HttpServletResponse response) throws IOException {
        final var headers = Collections.list(request.getHeaders("Authorization"));
        if (headers.stream().anyMatch(value -> value.length() > AuthorizationHeader.MAX_LENGTH)) {
            ProblemAnswer.write(response, HEADER_TOO_LARGE, "Request Header Fields Too Large",
                "Authorization has more than " + AuthorizationHeader.MAX_LENGTH + " characters");
            return Optional.empty();
        }
        final var uri = request.getRequestURI();
        final var query = request.getQueryString();
        return switch (authenticator.identify(request.getMethod(), query == null ? uri : uri + "?" + query, headers)) {
            case Identity.Proven proven -> permit(settings, proven.user(), uri, response);
            case Identity.Unproven unproven -> {
                authenticator.challenges(unproven.stale())
                    .forEach(challenge -> response.addHeader("WWW-Authenticate", challenge));
                ProblemAnswer.write(response, HttpServletResponse.SC_UNAUTHORIZED, "Unauthorized", unproven.why());
                yield Optional.empty();
            }
        };
    }

    private static Optional<String> permit(final AccessSettings settings, final User user, final String uri,
            final HttpServletResponse response) throws IOException {
        final var below = RequestPath.below(ResourceCatalog.CONTEXT_PATH, uri);
        if (below.isEmpty()) {
            ProblemAnswer.write(response, HttpServletResponse.SC_BAD_REQUEST, "Bad Request",
                "The path can be understood in two ways");
            return Optional.empty();
        }
        if (settings.rules().allow(below.orElseThrow(), user.roles())) {
            return Optional.of(user.name());
        }
        LOG.debug("User {} may not read {}", user.name(), below.orElseThrow());
        ProblemAnswer.write(response, HttpServletResponse.SC_FORBIDDEN, "Forbidden",
            "User " + user.name() + " has no role that may read this");
        return Optional.empty();
    }

    @Override
    public void destroy() {
        // deactivate does
    }

    /** Ends the thread that looks at the file. */
    @Deactivate
    void deactivate() {
        executor.shutdownNow();
    }

    @Override
    public State state() {
        final var now = access;
        final var problems = new ArrayList<String>();
        now.problem.ifPresent(problem -> problems.add("etc/org.opendaylight.alto.access.cfg, " + problem));
        problems.addAll(users.problems());
        return new State(now.settings.map(settings -> settings.authenticated() ? "authenticated" : "open")
            .orElse("refused"), now.settings.map(settings -> settings.rules().rules().stream()
                .map(Object::toString).toList()).orElse(List.of()), path.toString(), problems);
    }

    @Override
    public List<Account> accounts() {
        return users.users().values().stream().map(user -> new Account(user.name(), user.roles())).toList();
    }

    @Override
    public boolean put(final String name, final Set<String> roles, final String password) throws IOException {
        return users.put(User.of(name, roles, password));
    }

    @Override
    public boolean remove(final String name) throws IOException {
        return users.remove(name);
    }
}
