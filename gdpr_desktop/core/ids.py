"""The ids that cross rooms: whole numbers from the file, told apart by the type checker."""

from typing import NewType

CaseId = NewType("CaseId", int)
PersonId = NewType("PersonId", int)
PartId = NewType("PartId", int)  # one right of a request
TaskId = NewType("TaskId", int)
EventId = NewType("EventId", int)
UserId = NewType("UserId", int)
LetterId = NewType("LetterId", int)
ConsentId = NewType("ConsentId", int)
GroupId = NewType("GroupId", int)  # a class or another list of people
MemberId = NewType("MemberId", int)
