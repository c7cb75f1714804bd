// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/console/differencemodel.h>
#include <app/wording/servicetemplates.h>
#include <app/wording/systemtexts.h>

#include <QAbstractItemView>
#include <QAccessible>
#include <QMutex>
#include <QRegularExpression>
#include <QSet>
#include <QTranslator>
#include <QWidget>

#include <algorithm>

namespace tests::shell {

// Asked last: knows no words, and notes for which of ours it was asked. Threads of the shops ask as well.
class Untranslated : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *source, const char *, int) const override
    {
        const QByteArray place(context);
        if (place.startsWith("app::") || place.startsWith("model::") || place.startsWith("services")
            || place == "systems") {
            const QMutexLocker lock(&m_mutex);
            m_asked.insert(QString::fromUtf8(place + ": " + source));
        }
        return {};
    }
    QStringList asked() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_asked.values();
    }

private:
    mutable QMutex m_mutex;
    mutable QSet<QString> m_asked;
};

// It is shown as it is, in whatever language.
inline bool cameOverTheWire(QAccessibleInterface &part)
{
    if (part.role() == QAccessible::EditableText)
        return part.state().readOnly;
    const auto *cell = part.tableCellInterface();
    if (cell == nullptr || cell->columnIndex() == app::console::DifferenceModel::WhatColumn)
        return false;
    const auto *view = qobject_cast<QAbstractItemView *>(cell->table()->object());
    return view != nullptr && qobject_cast<app::console::DifferenceModel *>(view->model()) != nullptr;
}

// What a person reads or hears of it.
inline void read(QAccessibleInterface *part, QStringList &words)
{
    constexpr int mostChildren = 2000;
    if (part == nullptr || !part->isValid() || part->state().invisible || cameOverTheWire(*part))
        return;
    for (const auto kind : {QAccessible::Name, QAccessible::Description, QAccessible::Value})
        words << part->text(kind);
    for (int child = 0; child < std::min(part->childCount(), mostChildren); ++child)
        read(part->child(child), words);
}

inline QStringList wordsOf(const QWidget &window)
{
    QStringList words;
    read(QAccessible::queryAccessibleInterface(const_cast<QWidget *>(&window)), words);
    for (const auto *widget : window.findChildren<QWidget *>()) {
        if (widget->isVisible())
            words << widget->toolTip();
    }
    words.removeDuplicates();
    return words;
}

inline void addTexts(const model::system::Shape &shape, QStringList &texts)
{
    texts << shape.description;
    for (const auto &member : shape.members)
        addTexts(member.shape, texts);
    for (const auto &element : shape.element)
        addTexts(element, texts);
}

inline void addTexts(const model::system::Contract &contract, QStringList &texts)
{
    for (const auto *parameters : {&contract.path, &contract.query}) {
        for (const auto &parameter : *parameters)
            addTexts(parameter.shape, texts);
    }
    for (const auto *body : {&contract.request, &contract.answer}) {
        if (body->has_value())
            addTexts(**body, texts);
    }
    for (const auto &status : contract.statuses)
        texts << status.meaning;
}

// The English of the shop's file and of the services, as far as the window's language says it otherwise.
inline QRegularExpression englishOf(const model::system::System &system)
{
    QStringList texts{system.title};
    for (const auto &team : system.teams)
        texts << team.title;
    for (const auto &topic : system.topics)
        texts << topic.summary;
    for (const auto &journey : system.journeys)
        texts << journey.title;
    for (const auto &capability : system.capabilities) {
        texts << capability.title << capability.purpose;
        for (const auto &endpoint : capability.endpoints) {
            texts << endpoint.summary;
            if (endpoint.contract.has_value())
                addTexts(*endpoint.contract, texts);
        }
    }
    texts.removeIf([](const QString &text) { return app::wording::spoken(text) == text; });
    constexpr qsizetype telling = 12; // letters in a row, of what services say
    for (const char *said : app::wording::serviceTemplates()) {
        const auto pieces = QString::fromUtf8(said).split(QRegularExpression(QStringLiteral("%\\d")));
        for (const auto &piece : pieces)
            texts << (piece.size() >= telling ? piece.trimmed() : QString());
    }
    texts.removeAll(QString());
    for (auto &text : texts)
        text = QRegularExpression::escape(text);
    return QRegularExpression(QStringLiteral("(?<![\\w/])(?:%1)(?!\\w)").arg(texts.join(QLatin1Char('|'))));
}

} // namespace tests::shell
