// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dotwriter.h"

#include "drawntext.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <algorithm>
#include <map>
#include <utility>

namespace model::layout {

using namespace Qt::StringLiterals;

namespace {

using system::Capability;

// A quoted string of DOT in which nothing is an escape: neither of the language, nor of labels (\N), nor an
// entity.
QString quoted(const QString &text)
{
    QString escaped = printable(text);
    escaped.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s).replace(u'&', u"&amp;"_s);
    return u'"' + escaped + u'"';
}

// Names of nodes carry their kind, so that a topic and a capability may share a name.
QString node(const QString &kind, const QString &name)
{
    return quoted(kind + u':' + name);
}

class DotWriter
{
public:
    DotWriter(const system::System &system, const packaging::Packaging &packaging)
        : m_system(system)
        , m_packaging(packaging)
    {
        for (const Capability &capability : system.capabilities)
            m_capabilities.insert(capability.id, &capability);
    }
    QByteArray write();

private:
    void line(const QString &text) { m_text += text + u'\n'; }
    void writeHead();
    void writeUnit(const packaging::Unit &unit);
    void writeCalls(const Capability &capability);
    void writeTopics();
    void writeStores();
    bool isPackaged(const system::CapabilityId &id) const { return m_packaged.contains(id); }

    const system::System &m_system;
    const packaging::Packaging &m_packaging;
    QHash<system::CapabilityId, const Capability *> m_capabilities;
    QSet<system::CapabilityId> m_packaged;
    QString m_text;
};

QByteArray DotWriter::write()
{
    writeHead();
    for (const packaging::Unit &unit : m_packaging.units)
        writeUnit(unit);
    if (isPackaged(m_system.entry))
        line(u"  shoppers -> %1;"_s.arg(node(u"capability"_s, m_system.entry.value)));
    for (const Capability &capability : m_system.capabilities)
        writeCalls(capability);
    writeTopics();
    writeStores();
    line(u"}"_s);
    return m_text.toUtf8();
}

void DotWriter::writeHead()
{
    line(u"digraph %1 {"_s.arg(quoted(m_system.title)));
    line(u"  label=%1;"_s.arg(quoted(m_packaging.title)));
    line(u"  labelloc=t; fontname=\"Helvetica\"; nodesep=0.3; ranksep=0.6;"_s);
    line(u"  node [shape=box, style=\"rounded,filled\", fillcolor=white, color=\"#cbd5e1\", "
         u"fontname=\"Helvetica\", "
         "fontsize=11];"_s);
    line(u"  edge [color=\"#475569\", arrowsize=0.6];"_s);
    line(u"  shoppers [label=\"Shoppers\"];"_s);
}

void DotWriter::writeUnit(const packaging::Unit &unit)
{
    line(u"  subgraph %1 {"_s.arg(quoted(u"cluster:"_s + unit.id.value)));
    line(u"    label=%1; style=rounded; color=\"#94a3b8\"; fontsize=12;"_s.arg(quoted(unit.title)));
    for (const system::CapabilityId &id : unit.capabilities) {
        const Capability *capability = m_capabilities.value(id);
        if (capability == nullptr)
            continue;
        m_packaged.insert(id);
        line(u"    %1 [label=%2, tooltip=%3];"_s.arg(node(u"capability"_s, id.value),
                                                     quoted(capability->title), quoted(capability->purpose)));
    }
    line(u"  }"_s);
}

// One edge for all calls between two capabilities; its tooltip names them.
void DotWriter::writeCalls(const Capability &capability)
{
    struct Calls
    {
        QStringList operations;
        bool isRequired = false;
    };
    std::map<system::CapabilityId, Calls> calls;
    for (const system::Endpoint &endpoint : capability.endpoints) {
        for (const system::Call &call : endpoint.calls) {
            auto &[operations, isRequired] = calls[call.to.capability];
            isRequired = isRequired || call.necessity == system::Necessity::Required;
            if (!operations.contains(call.to.operation))
                operations += call.to.operation;
        }
    }
    for (const auto &[callee, called] : calls) {
        if (!isPackaged(capability.id) || !isPackaged(callee))
            continue;
        line(u"  %1 -> %2 [tooltip=%3%4];"_s.arg(
            node(u"capability"_s, capability.id.value), node(u"capability"_s, callee.value),
            quoted(called.operations.join(u", "_s)),
            called.isRequired ? QString() : u", style=dashed, color=\"#b7791f\""_s));
    }
}

void DotWriter::writeTopics()
{
    const QString messages = u" [style=dotted, color=\"#2f6fed\"];"_s;
    for (const system::Topic &topic : m_system.topics) {
        const QString name = node(u"topic"_s, topic.id.value);
        line(u"  %1 [label=%2, shape=ellipse, fillcolor=\"#eff5ff\"];"_s.arg(name, quoted(topic.id.value)));
        for (const Capability &capability : m_system.capabilities) {
            const QString other = node(u"capability"_s, capability.id.value);
            if (!isPackaged(capability.id))
                continue;
            if (std::ranges::find(capability.publishes, topic.id) != capability.publishes.end())
                line(u"  "_s + other + u" -> "_s + name + messages);
            if (std::ranges::find(capability.consumes, topic.id, &system::Consumption::topic)
                != capability.consumes.end())
                line(u"  "_s + name + u" -> "_s + other + messages);
        }
    }
}

void DotWriter::writeStores()
{
    for (const packaging::Unit &unit : m_packaging.units) {
        const QString name = node(u"store"_s, unit.id.value);
        bool isNew = true;
        for (const system::CapabilityId &id : unit.capabilities) {
            const Capability *capability = m_capabilities.value(id);
            if (capability == nullptr || capability->owns.empty())
                continue;
            if (std::exchange(isNew, false))
                line(u"  %1 [label=%2, shape=cylinder, style=filled];"_s.arg(
                    name, quoted(unit.id.value + u".db"_s)));
            line(u"  %1 -> %2 [dir=none, color=\"#b6c2d1\"];"_s.arg(node(u"capability"_s, id.value), name));
        }
    }
}

} // namespace

QByteArray writeDot(const system::System &system, const packaging::Packaging &packaging)
{
    return DotWriter(system, packaging).write();
}

} // namespace model::layout
