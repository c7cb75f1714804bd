// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faulttext.h"

#include "faultcheck.h"
#include "faulttable.h"

#include <model/json/suggestion.h>

#include <QLocale>

namespace model::operation {

using namespace Qt::StringLiterals;
using result::Checked;
using result::Error;
using result::Errors;
using result::Kind;

namespace {

constexpr QChar fleetSign = u'@';
constexpr QChar instanceSign = u'#';
constexpr QChar arrow = u'>';

QString latin(const char *text)
{
    return QString::fromLatin1(text);
}

QStringList allWords()
{
    QStringList words;
    for (const auto &row : faultTable())
        words.append(latin(row.word));
    return words;
}

QStringList settingsOf(FaultKind kind)
{
    QStringList words;
    for (const auto &range : description(kind).settings)
        words.append(latin(word(range.setting)));
    return words;
}

// One reading of one text.
class Reading
{
public:
    Checked<Fault> read(const QString &text);

private:
    void readHead(const QString &head);
    bool readKind(const QString &word);
    void readTarget(const QString &target, bool isThere);
    void readPair(const QString &target);
    void readInstance(const QString &target);
    void readSetting(const QString &part);
    void readValue(FaultSetting setting, const QString &value, const QString &part);
    void report(const QString &subject, const QString &message)
    {
        m_errors.push_back({Kind::InvalidInput, message, subject});
    }

    Fault m_fault;
    Errors m_errors;
};

Checked<Fault> Reading::read(const QString &text)
{
    QStringList parts = text.split(u',');
    for (QString &part : parts)
        part = part.trimmed();
    readHead(parts.takeFirst());
    if (!m_errors.empty())
        return tl::unexpected(m_errors);
    for (const QString &part : std::as_const(parts))
        readSetting(part);
    return m_errors.empty() ? Checked<Fault>(m_fault) : tl::unexpected(m_errors);
}

void Reading::readHead(const QString &head)
{
    const qsizetype at = head.indexOf(fleetSign);
    const QString what = head.first(at < 0 ? head.size() : at);
    if (at >= 0)
        m_fault.target.fleet.value = head.sliced(at + 1);
    if (at >= 0 && m_fault.target.fleet.isEmpty())
        report(head, u"A fleet is missing after \"@\". Name its packaging, or leave the \"@\" out."_s);
    const qsizetype colon = what.indexOf(u':');
    if (readKind(what.first(colon < 0 ? what.size() : colon)))
        readTarget(colon < 0 ? QString() : what.sliced(colon + 1), colon >= 0);
}

bool Reading::readKind(const QString &word)
{
    if (const auto kind = faultKindOf(word)) {
        m_fault.kind = *kind;
        return true;
    }
    QString remedy = json::didYouMean(word, allWords());
    if (remedy.isEmpty())
        remedy = u" Write "_s + json::oneOf(allWords()) + u'.';
    report(word, u"\"%1\" is no kind of fault."_s.arg(word) + remedy);
    return false;
}

void Reading::readTarget(const QString &target, bool isThere)
{
    const auto reach = description(m_fault.kind).reach;
    const bool needsNone = reach == FaultReach::Broker || reach == FaultReach::Customers;
    const QString name = latin(description(m_fault.kind).word);
    if (needsNone && isThere)
        report(target, u"\"%1\" is done to a whole fleet. Leave \":%2\" out."_s.arg(name, target));
    else if (!needsNone && target.isEmpty())
        report(name, u"It is not said what to do it to. Write %1."_s.arg(shapeOf(m_fault.kind)));
    else if (reach == FaultReach::Link || reach == FaultReach::Queue)
        readPair(target);
    else if (!needsNone)
        readInstance(target);
}

void Reading::readPair(const QString &target)
{
    const QStringList ends = target.split(arrow);
    if (ends.size() != 2 || ends.front().isEmpty() || ends.back().isEmpty()) {
        report(target, u"\"%1\" does not name two ends. Write %2."_s.arg(target, shapeOf(m_fault.kind)));
        return;
    }
    if (description(m_fault.kind).reach == FaultReach::Queue) {
        m_fault.topic.value = ends.front();
        m_fault.target.capability.value = ends.back();
        return;
    }
    m_fault.target.capability.value = ends.front();
    m_fault.callee.value = ends.back();
}

void Reading::readInstance(const QString &target)
{
    const qsizetype at = target.indexOf(instanceSign);
    m_fault.target.capability.value = target.first(at < 0 ? target.size() : at);
    if (at < 0)
        return;
    bool isNumber = false;
    m_fault.target.instance = target.sliced(at + 1).toInt(&isNumber);
    if (description(m_fault.kind).reach == FaultReach::Store)
        report(target, u"All instances share one database. Write %1."_s.arg(shapeOf(m_fault.kind)));
    else if (!isNumber || m_fault.target.instance < 1)
        report(target, u"\"%1\" is no instance. Write a whole number from 1."_s.arg(target.sliced(at + 1)));
}

void Reading::readSetting(const QString &part)
{
    const qsizetype equals = part.indexOf(u'=');
    const QString name = part.first(equals < 0 ? part.size() : equals);
    const auto known = settingsOf(m_fault.kind);
    const auto setting = faultSettingOf(name);
    const QString kind = latin(description(m_fault.kind).word);
    if (!setting || !known.contains(name)) {
        const QString remedy = known.isEmpty() ? u"It has none."_s : u"It has %1."_s.arg(json::oneOf(known));
        report(part,
               u"\"%1\" has no setting \"%2\". %3"_s.arg(kind, name, remedy) + json::didYouMean(name, known));
    } else if (equals < 0) {
        report(part,
               u"\"%1\" has no value. Write %1=%2."_s.arg(name).arg(rangeOf(m_fault.kind, *setting)->preset));
    } else {
        readValue(*setting, part.sliced(equals + 1), part);
    }
}

void Reading::readValue(FaultSetting setting, const QString &value, const QString &part)
{
    bool isNumber = false;
    const double number = value.toDouble(&isNumber);
    if (!isNumber)
        report(part,
               u"\"%1\" is not a number. Write one, as in %2=%3."_s.arg(value, latin(word(setting)))
                   .arg(rangeOf(m_fault.kind, setting)->preset));
    else if (m_fault.settings.contains(setting))
        report(part, u"\"%1\" is set twice. Remove one of the two."_s.arg(latin(word(setting))));
    else
        m_fault.settings.insert(setting, number);
}

// What is set to its preset is not set: equal faults are the same fault.
Fault normal(Fault fault)
{
    for (const auto &range : description(fault.kind).settings) {
        if (fault.settings.value(range.setting) == range.preset)
            fault.settings.remove(range.setting);
    }
    return fault;
}

QString targetOf(const Fault &fault)
{
    const auto &target = fault.target;
    switch (description(fault.kind).reach) {
    case FaultReach::Link:
        return u':' + target.capability.value + arrow + fault.callee.value;
    case FaultReach::Queue:
        return u':' + fault.topic.value + arrow + target.capability.value;
    case FaultReach::Broker:
    case FaultReach::Customers:
        return {};
    case FaultReach::Process:
    case FaultReach::Module:
    case FaultReach::Store:
        break;
    }
    const QString instance
        = target.instance > 0 ? instanceSign + QString::number(target.instance) : QString();
    return u':' + target.capability.value + instance;
}

} // namespace

QString shapeOf(FaultKind kind)
{
    const QString name = latin(description(kind).word);
    switch (description(kind).reach) {
    case FaultReach::Process:
    case FaultReach::Module:
        return name + u":CAPABILITY or "_s + name + u":CAPABILITY#INSTANCE"_s;
    case FaultReach::Store:
        return name + u":CAPABILITY"_s;
    case FaultReach::Link:
        return name + u":CALLER>CALLEE"_s;
    case FaultReach::Queue:
        return name + u":TOPIC>CONSUMER"_s;
    case FaultReach::Broker:
    case FaultReach::Customers:
        break;
    }
    return name;
}

QString textOf(const Fault &fault)
{
    QString text = latin(description(fault.kind).word) + targetOf(fault);
    if (!fault.target.fleet.isEmpty())
        text += fleetSign + fault.target.fleet.value;
    for (auto set = fault.settings.begin(); set != fault.settings.end(); ++set)
        text += u",%1=%2"_s.arg(latin(word(set.key())),
                                QString::number(set.value(), 'f', QLocale::FloatingPointShortest));
    return text;
}

Checked<Fault> readFault(const QString &text)
{
    auto fault = Reading().read(text);
    if (!fault)
        return fault;
    if (auto errors = settingErrors(*fault); !errors.empty())
        return tl::unexpected(std::move(errors));
    return normal(*std::move(fault));
}

Checked<Fault> readFault(const QString &text, const system::System &system)
{
    auto fault = readFault(text);
    if (!fault)
        return fault;
    if (auto errors = errorsOf(*fault, system); !errors.empty())
        return tl::unexpected(std::move(errors));
    return fault;
}

} // namespace model::operation
