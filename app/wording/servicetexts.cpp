// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "servicetexts.h"

#include "servicetemplates.h"

#include <QCoreApplication>

#include <algorithm>

namespace app::wording {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostKnown = 2000; // messages

// Where an argument stands.
const QRegularExpression &argument()
{
    static const QRegularExpression number(u"%([1-9])"_s);
    return number;
}

} // namespace

bool tellsOfRetry(const model::telemetry::Annotation &remark)
{
    const QString words = QCoreApplication::translate("services", "Tried again: %1");
    return model::telemetry::tellsOfRetry(remark) || remark.text.startsWith(words.arg(QString()));
}

ServiceTexts::ServiceTexts(model::system::System system,
                           const std::vector<model::packaging::Packaging> &packagings)
    : m_system(std::move(system))
{
    learnTitles(packagings);
    for (const char *source : serviceTemplates()) {
        const QString english = QString::fromUtf8(source);
        Template made{{}, {}, QCoreApplication::translate("services", source)};
        const bool namesOthers = !m_system.capabilities.empty() && argument().match(english).hasMatch();
        if (made.translated == english && !namesOthers)
            continue;
        QString pattern;
        qsizetype from = 0;
        for (auto each = argument().globalMatch(english); each.hasNext();) {
            const auto match = each.next();
            const auto between = english.mid(from, match.capturedStart() - from);
            pattern += QRegularExpression::escape(between) + u"(.+?)"_s;
            made.letters += between.size();
            made.arguments << match.captured(1).toInt();
            from = match.capturedEnd();
        }
        made.letters += english.size() - from;
        made.english
            = QRegularExpression(u"^%1$"_s.arg(pattern + QRegularExpression::escape(english.mid(from))),
                                 QRegularExpression::DotMatchesEverythingOption);
        m_templates.push_back(std::move(made));
    }
    std::ranges::stable_sort(m_templates, std::greater(), &Template::letters);
}

// Once: ten times a second hundreds of messages are told. The first of two with the same id has it.
void ServiceTexts::learnTitles(const std::vector<model::packaging::Packaging> &packagings)
{
    for (const auto &packaging : packagings) {
        for (const auto &unit : packaging.units) {
            if (!m_unitTitles.contains(unit.id.value))
                m_unitTitles.insert(unit.id.value, unit.title);
        }
    }
    m_titles = m_unitTitles;
    for (const auto &capability : m_system.capabilities)
        m_titles.insert(capability.id.value, capability.title);
}

QString ServiceTexts::said(const QString &message) const
{
    if (m_templates.empty() || message.isEmpty())
        return message;
    const auto known = m_known.constFind(message);
    if (known != m_known.cend())
        return *known;
    if (m_known.size() >= mostKnown)
        m_known.clear();
    const QString words = found(message);
    m_known.insert(message, words);
    return words;
}

// A message may stand behind another's words: "Tried again: No answer in time".
QString ServiceTexts::found(const QString &message) const
{
    const QString whole = matched(message);
    if (!whole.isEmpty())
        return whole;
    const QString between = u": "_s;
    for (auto at = message.indexOf(between); at >= 0; at = message.indexOf(between, at + 1)) {
        const auto from = at + between.size();
        const QString rest = matched(message.mid(from));
        if (!rest.isEmpty())
            return message.left(from) + rest;
    }
    return message;
}

QString ServiceTexts::matched(const QString &message) const
{
    for (const auto &each : m_templates) {
        const auto match = each.english.match(message);
        if (!match.hasMatch())
            continue;
        QString words;
        qsizetype from = 0;
        for (auto place = argument().globalMatch(each.translated); place.hasNext();) {
            const auto at = place.next();
            const auto group = each.arguments.indexOf(at.captured(1).toInt()) + 1;
            words += each.translated.mid(from, at.capturedStart() - from);
            words += saidOf(match.captured(static_cast<int>(group)));
            from = at.capturedEnd();
        }
        return words + each.translated.mid(from);
    }
    return {};
}

// "payments-1", "payments POST /charges", a message, or "POST /orders: payments-1" out of a longer one.
QString ServiceTexts::saidOf(const QString &argument) const
{
    const auto space = argument.indexOf(u' ');
    if (space < 0) {
        const QString title = titleOf(argument);
        return title.isEmpty() ? found(argument) : title; // not to be kept: numbers and names abound
    }
    const model::system::EndpointId endpoint{{argument.first(space)}, argument.sliced(space + 1)};
    if (m_system.endpoint(endpoint) != nullptr)
        return u"%1 %2"_s.arg(m_system.titleOf(endpoint.capability), endpoint.operation);
    const QString words = found(argument);
    const QString between = u": "_s;
    const auto rest = argument.lastIndexOf(between) + between.size();
    return words != argument || rest < between.size() ? words
                                                      : argument.first(rest) + saidOf(argument.sliced(rest));
}

QString ServiceTexts::titleOf(const QString &id) const
{
    if (const auto title = m_titles.constFind(id); title != m_titles.cend())
        return *title;
    const auto dash = id.lastIndexOf(u'-'); // an instance's number is behind its unit's id
    const auto unit = dash < 0 ? m_unitTitles.cend() : m_unitTitles.constFind(id.first(dash));
    return unit == m_unitTitles.cend() ? QString() : u"%1 %2"_s.arg(*unit, id.sliced(dash + 1));
}

void ServiceTexts::speak(QString &message) const
{
    if (!message.isEmpty())
        message = said(message);
}

void ServiceTexts::dress(std::vector<model::telemetry::Span> &spans) const
{
    for (auto &span : spans) {
        speak(span.failureMessage);
        for (auto &remark : span.annotations)
            speak(remark.text);
    }
}

void ServiceTexts::dress(services::platform::Snapshot &snapshot) const
{
    if (m_templates.empty())
        return;
    for (auto &fleet : snapshot.fleets) {
        for (auto &instance : fleet.instances) {
            if (instance.status.reason.has_value())
                speak(instance.status.reason->message);
        }
        for (auto &result : fleet.results)
            speak(result.message);
        for (auto &queue : fleet.queues) {
            for (auto &letter : queue.latestDead)
                speak(letter.why);
        }
        dress(fleet.spans);
    }
    for (auto &event : snapshot.events) {
        speak(event.words);
        if (auto *decided = std::get_if<services::platform::DecisionEvent>(&event.what)) {
            speak(decided->decision.words);
            speak(decided->decision.brief);
        }
        if (auto *scaled = std::get_if<services::platform::ScalingEvent>(&event.what))
            speak(scaled->failure);
    }
}

void ServiceTexts::dress(services::platform::Glances &traces) const
{
    for (auto &trace : traces) {
        const QString why = said(trace->glance.why);
        if (why == trace->glance.why)
            continue;
        auto told = *trace;
        told.glance.why = why;
        trace = std::make_shared<const services::platform::FleetGlance>(std::move(told));
    }
}

void ServiceTexts::dress(services::platform::LogReading &reading) const
{
    for (auto &line : reading.lines)
        speak(line.line.words);
}

void ServiceTexts::dress(services::platform::TracedLife &life) const
{
    speak(life.written.order.failure);
    for (auto &entry : life.written.log)
        speak(entry.failure);
    for (auto &charge : life.written.charges)
        speak(charge.reason);
    dress(life.spans);
}

void ServiceTexts::dress(services::platform::OrderBook &orders) const
{
    for (auto *list : {&orders.latest, &orders.latestOpen, &orders.latestGivenUp}) {
        for (auto &order : *list)
            speak(order.failure);
    }
}

void ServiceTexts::dress(services::platform::BooksReading &reading) const
{
    for (auto &fleet : reading.fleets) {
        for (auto &reason : fleet.audit.unread)
            speak(reason);
        dress(fleet.orders);
    }
}

void ServiceTexts::dress(std::vector<services::broker::PeekedMessage> &messages) const
{
    for (auto &message : messages)
        speak(message.deadBecause);
}

} // namespace app::wording
