// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "field.h"

#include <app/style/smallbutton.h>

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStyle>
#include <QTextCursor>
#include <QVBoxLayout>

#include <algorithm>

namespace app::console {

using namespace Qt::StringLiterals;

Field::Field(const QString &name, QWidget *editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_error(new QLabel)
    , m_wayOut(style::smallButton({}, {}))
{
    editor->setAccessibleName(name);
    m_error->setProperty("kind", u"bad"_s);
    m_error->setWordWrap(true);
    m_error->hide();
    m_wayOut->hide();
    connect(m_wayOut, &QPushButton::clicked, this, &Field::wayOutTaken);
    auto *below = new QHBoxLayout;
    below->setSpacing(8);
    below->addWidget(m_error, 1);
    below->addWidget(m_wayOut, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(editor, 1);
    column->addLayout(below);
    setFocusProxy(editor);
}

QString Field::error() const
{
    return m_error->text();
}

void Field::complain(const QString &words, const QString &wayOut)
{
    m_wayOut->setText(wayOut);
    m_wayOut->setVisible(!wayOut.isEmpty());
    if (words == m_error->text())
        return;
    m_error->setText(words);
    m_error->setVisible(!words.isEmpty());
    m_editor->setAccessibleDescription(words);
    m_editor->setProperty("wrong", !words.isEmpty());
    m_editor->style()->unpolish(m_editor);
    m_editor->style()->polish(m_editor);
}

void Field::visit(qsizetype place)
{
    auto *lines = qobject_cast<QPlainTextEdit *>(m_editor);
    if (lines != nullptr && place >= 0) {
        auto cursor = lines->textCursor();
        cursor.setPosition(static_cast<int>(std::min(place, lines->toPlainText().size())));
        lines->setTextCursor(cursor);
    }
    m_editor->setFocus(Qt::OtherFocusReason);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest); // the error has its place now
    for (auto *above = parentWidget(); above != nullptr; above = above->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(above))
            area->ensureWidgetVisible(m_error);
    }
}

} // namespace app::console
