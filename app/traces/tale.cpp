// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tale.h"

#include "sentences.h"

#include <app/wording/figures.h>

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace app::traces {

using namespace Qt::StringLiterals;
using model::telemetry::SpanKind;
using model::telemetry::Trace;

namespace {

QString ofTales(const char *text)
{
    return QCoreApplication::translate("app::traces::Teller", text);
}

// Tells one trace; lives only for that.
class Teller
{
public:
    Teller(const Trace &trace,
           const model::system::System &system,
           const model::packaging::Packaging &packaging)
        : m_trace(trace)
        , m_system(system)
        , m_packaging(packaging)
    {
    }

    Tale tell()
    {
        m_tale.title = titleOf(m_trace, m_system);
        m_tale.summary = summary();
        begin();
        for (const bool afterwards : {false, true}) {
            if (afterwards)
                end();
            for (int span = 0; span < static_cast<int>(m_trace.nodes().size()); ++span) {
                if (isTold(span) && m_trace.isAsynchronous(span) == afterwards)
                    tell(span);
            }
        }
        m_tale.guilty = guiltyStep();
        return std::move(m_tale);
    }

private:
    // Who works is told with who asked for it.
    bool isTold(int span) const
    {
        const auto &node = m_trace.node(span);
        if (node.span.kind == SpanKind::Journey)
            return false;
        return node.span.kind != SpanKind::Server || node.parent < 0
            || m_trace.node(node.parent).span.kind != SpanKind::Client;
    }

    void begin()
    {
        const auto &root = m_trace.node(m_trace.root()).span;
        if (root.kind != SpanKind::Journey)
            return;
        TaleStep step{.kind = TaleStep::Kind::Begin,
                      .span = m_trace.root(),
                      .words = ofTales("A customer comes: “%1”.").arg(m_tale.title),
                      .from = {},
                      .to = {}};
        m_tale.steps.push_back(std::move(step));
    }

    void tell(int span)
    {
        const auto &told = m_trace.node(span).span;
        const bool isMessage = told.kind == SpanKind::Consumer;
        const Sentences sentences(m_trace, m_system);
        TaleStep step{.kind = isMessage ? TaleStep::Kind::Message : TaleStep::Kind::Ask,
                      .span = span,
                      .words = sentences.about(span),
                      .from = isMessage ? sentences.publisherOf(span) : told.caller,
                      .to = told.endpoint.capability};
        step.crossesUnits
            = step.from.isEmpty() ? true : m_packaging.unitOf(step.from) != m_packaging.unitOf(step.to);
        step.isTrouble = told.failure.has_value();
        step.at = told.start - m_trace.node(m_trace.root()).span.start;
        step.operation = told.endpoint.operation;
        if (isMessage)
            step.topic = {told.endpoint.operation};
        m_tale.steps.push_back(std::move(step));
    }

    void end()
    {
        const auto &root = m_trace.node(m_trace.root()).span;
        TaleStep step{.kind = TaleStep::Kind::End,
                      .span = m_trace.root(),
                      .words = Sentences(m_trace, m_system).ofTheEnd(),
                      .from = root.kind == SpanKind::Journey ? m_system.entry : root.endpoint.capability,
                      .to = {}};
        step.isTrouble = root.failure.has_value();
        step.at = root.duration;
        m_tale.steps.push_back(std::move(step));
    }

    // The deepest of what failed: whoever called it only passed its failure on.
    int guiltyStep() const
    {
        int guilty = -1;
        int depth = -1;
        for (size_t step = 0; step < m_tale.steps.size(); ++step) {
            const auto &told = m_tale.steps[step];
            const int here = m_trace.node(told.span).depth;
            if (told.isTrouble && told.kind != TaleStep::Kind::End && here > depth) {
                guilty = static_cast<int>(step);
                depth = here;
            }
        }
        return guilty;
    }

    QString summary() const
    {
        const int hops = m_trace.hops();
        QSet<model::system::UnitId> units;
        for (const auto &node : m_trace.nodes()) {
            const bool isThere = node.span.kind == SpanKind::Server || node.span.kind == SpanKind::Consumer;
            const auto *unit = isThere ? m_packaging.unitOf(node.span.endpoint.capability) : nullptr;
            if (unit != nullptr)
                units.insert(unit->id);
        }
        const QString ways
            = hops == 1 ? ofTales("1 hop over the network") : ofTales("%1 hops over the network").arg(hops);
        const QString boxes = units.size() == 1 ? ofTales("1 box") : ofTales("%1 boxes").arg(units.size());
        return QStringList{ways, boxes, wording::milliseconds(m_trace.duration())}.join(u" · "_s);
    }

    const Trace &m_trace;
    const model::system::System &m_system;
    const model::packaging::Packaging &m_packaging;
    Tale m_tale;
};

bool areAlike(const TaleStep &one, const TaleStep &other)
{
    return one.kind == other.kind && one.from == other.from && one.to == other.to
        && one.operation == other.operation;
}

// The same one exactly; -1: the other telling has it not.
int counterpart(const Tale &tale, int step, const Tale &other)
{
    const auto &sought = tale.steps[static_cast<size_t>(step)];
    const auto isSought = [&](const TaleStep &each) { return areAlike(each, sought); };
    auto before = std::count_if(tale.steps.begin(), tale.steps.begin() + step, isSought);
    for (size_t each = 0; each < other.steps.size(); ++each) {
        if (isSought(other.steps[each]) && before-- == 0)
            return static_cast<int>(each);
    }
    return -1;
}

} // namespace

int likeStep(const Tale &tale, int step, const Tale &other)
{
    for (; step >= 0; --step) {
        if (const int like = counterpart(tale, step, other); like >= 0)
            return like;
    }
    return other.steps.empty() ? -1 : 0;
}

Tale taleOf(const Trace &trace,
            const model::system::System &system,
            const model::packaging::Packaging &packaging)
{
    return trace.isEmpty() ? Tale() : Teller(trace, system, packaging).tell();
}

} // namespace app::traces
